@echo off
rem Sets JAVA to the folder of a Java of at least %1, or says what is missing.
set "JAVA="
if defined JAVA_HOME call :try "%JAVA_HOME%" %1
for %%j in (java.exe) do if not "%%~dp$PATH:j"=="" call :try "%%~dp$PATH:j.." %1
for /d %%j in ("%ProgramFiles%\Eclipse Adoptium\*") do call :try "%%~j" %1
for /d %%j in ("%ProgramFiles%\Java\*") do call :try "%%~j" %1
for /d %%j in ("%ProgramFiles%\Microsoft\jdk*") do call :try "%%~j" %1
for /d %%j in ("%USERPROFILE%\.jdks\*") do call :try "%%~j" %1
if defined JAVA goto :found
echo Java %1 or newer is missing: install one (for example Temurin 25) or set JAVA_HOME to it. 1>&2
exit /b 1

rem The module for fast training, where this Java has it.
:found
set "VECTORS="
findstr /c:"jdk.incubator.vector" "%JAVA%\..\release" > nul && set "VECTORS=--add-modules=jdk.incubator.vector"
exit /b 0

:try
if defined JAVA exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "version=0"
for /f "usebackq tokens=1,2 delims==" %%k in ("%~1\release") do if "%%k"=="JAVA_VERSION" set version=%%l
set version=%version:"=%
for /f "delims=." %%m in ("%version%") do if %%m geq %2 set "JAVA=%~1\bin"
exit /b 0
