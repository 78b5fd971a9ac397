@echo off
rem Sets JAVA to the folder of a Java of at least %1, or says what is missing.
set "JAVA="
if defined JAVA_HOME call :try "%JAVA_HOME%" %1
for /f "delims=" %%j in ('where java.exe 2^>nul') do call :try "%%~dpj.." %1
for /d %%j in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :try "%%~j" %1
if defined JAVA exit /b 0
echo Java %1 or newer is missing: install one (for example Temurin 25) or set JAVA_HOME to it. 1>&2
exit /b 1

:try
if defined JAVA exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==.-" %%v in ('findstr /b JAVA_VERSION^= "%~1\release"') do set "found=%%~v"
set "found=%found:"=%"
if %found% geq %2 set "JAVA=%~1\bin"
exit /b 0
