@echo off
rem Opens the Archipelago workbench.
setlocal
call "%~dp0java.cmd" 21 || exit /b 1
for %%j in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%~j"
start "Archipelago" "%JAVA%\javaw.exe" -jar "%launcher%" %*
