@echo off
rem Archipelago's command line; it does not load the workbench.
setlocal enabledelayedexpansion
call "%~dp0java.cmd" 17 || exit /b 1
set "class_path="
for %%p in (core learning data results store federation strategies privacy engine export charts headless) do (
  for %%j in ("%~dp0plugins\org.archipelago.%%p_*.jar") do set "class_path=!class_path!;%%~j"
)
for %%p in (com.fasterxml.jackson org.snakeyaml org.apache.commons info.picocli wrapped.org.jfree org.jfree) do (
  for %%j in ("%~dp0plugins\%%p*.jar") do set "class_path=!class_path!;%%~j"
)
"%JAVA%\java.exe" -XX:+UseSerialGC -cp "%class_path:~1%" org.archipelago.headless.Main %*
exit /b %errorlevel%
