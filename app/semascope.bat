@echo off
rem Starts Semascope on Windows: the window without arguments or with a .semascope file, a command otherwise.
setlocal enabledelayedexpansion
set "here=%~dp0"
set "home=%here:~0,-1%"
set "java="
for %%J in ("%home%\runtime" "%JAVA_HOME%") do call :consider "%%~J"
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :consider "%%~J"
if not defined java (
  echo Semascope did not start. No JDK 25 or newer was found in JAVA_HOME or in the usual folders. Install one ^(for example Temurin 25^) and start again. 1>&2
  exit /b 1
)
if not exist "%home%\lib\semascope.jar" if exist "%home%\..\pom.xml" (
  pushd "%home%\.."
  if not exist "target\app\lib\semascope.jar" call mvn -q -B -Dmaven.test.skip=true package 1>&2
  popd
  set "home=%home%\..\target\app"
)
rem The window's classes as they are in memory: written when it is closed, checked by Java itself at the next start (decision 0046).
set "cache=%LOCALAPPDATA%\Semascope\cache"
if defined SEMASCOPE_HOME set "cache=%SEMASCOPE_HOME%\cache"
set "archive="
if "%~1"=="" set "archive=1"
if "%~1"=="--time-start" set "archive=1"
if /i "%~x1"==".semascope" if "%~2"=="" set "archive=1"
if defined archive if not exist "%cache%" mkdir "%cache%" 2>nul
if defined archive (
  "%java%" "@%home%\java.args" "-Dsemascope.launcher=%~f0" -XX:+IgnoreUnrecognizedVMOptions -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%cache%\window.jsa" -Xshare:auto -Xlog:disable --module-path "%home%\javafx" --add-modules javafx.controls --enable-native-access=javafx.graphics -cp "%home%\lib\*" io.semascope.Main %*
  exit /b !errorlevel!
)
"%java%" "@%home%\java.args" "-Dsemascope.launcher=%~f0" --module-path "%home%\javafx" --add-modules javafx.controls --enable-native-access=javafx.graphics -cp "%home%\lib\*" io.semascope.Main %*
exit /b %errorlevel%

:consider
if defined java exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  set "major=%%~V"
  set "major=!major:"=!"
  if !major! geq 25 set "java=%~1\bin\java.exe"
)
exit /b
