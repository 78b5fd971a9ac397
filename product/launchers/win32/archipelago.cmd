@echo off
rem Opens the Archipelago workbench.
setlocal
call "%~dp0java.cmd" 21
if not defined JAVA exit /b 1
pushd "%~dp0plugins"
for %%j in (org.eclipse.equinox.launcher_*.jar) do set "launcher=%%~fj"
popd
rem The language chosen in the preferences; one given here as -nl comes later, and wins.
set "language="
if exist "%USERPROFILE%\.archipelago\language" set /p language=<"%USERPROFILE%\.archipelago\language"
set "nl="
if "%language%"=="en" set "nl=-nl en"
if "%language%"=="zh" set "nl=-nl zh"
start "Archipelago" "%JAVA%\javaw.exe" %VECTORS% -jar "%launcher%" %nl% %*
