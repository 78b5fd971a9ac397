@echo off
rem Opens the Archipelago workbench.
setlocal
call "%~dp0java.cmd" 21
if not defined JAVA exit /b 1
pushd "%~dp0plugins"
for %%j in (org.eclipse.equinox.launcher_*.jar) do set "launcher=%%~fj"
popd
start "Archipelago" "%JAVA%\javaw.exe" -jar "%launcher%" %*
