@echo off
rem Copyright 2026 the Tendon authors
rem SPDX-License-Identifier: Apache-2.0
rem
rem Starts Tendon. Java comes from JAVA_HOME, or else from PATH; TENDON_JAVA_OPTS adds options for it.
setlocal enableextensions

rem The JVM's options, all of them: the same as in the script "tendon".
set "FLAGS=-XX:+UseZGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xms512m -Xmx1g"
if /i "%~1"=="train" set "FLAGS=-XX:+UseSerialGC -Xshare:auto -Xms256m -Xmx2g -XX:MaxDirectMemorySize=64g"

for %%I in ("%~dp0..") do set "HOME_DIR=%%~fI"

if defined JAVA_HOME (
    set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
    for %%I in (java.exe) do set "JAVA=%%~$PATH:I"
)
if not defined JAVA (
    echo tendon: no Java found: JAVA_HOME is not set and there is no java on PATH. Tendon needs Java 17 or newer. 1>&2
    exit /b 1
)
if not exist "%JAVA%" (
    echo tendon: there is no Java in JAVA_HOME=%JAVA_HOME%. Tendon needs Java 17 or newer. 1>&2
    exit /b 1
)

set "VERSION="
for %%I in ("%JAVA%\..\..") do set "JAVA_DIR=%%~fI"
if exist "%JAVA_DIR%\release" (
    for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%JAVA_DIR%\release"') do set "VERSION=%%~V"
) else (
    for /f "tokens=3" %%V in ('""%JAVA%" -version 2^>^&1" ^| findstr /c:" version "') do set "VERSION=%%~V"
)
set "MAJOR=0"
for /f "tokens=1 delims=.-+" %%V in ("%VERSION%") do set "MAJOR=%%V"
if %MAJOR% LSS 17 (
    echo tendon: %JAVA% is Java %VERSION%. Tendon needs Java 17 or newer: set JAVA_HOME. 1>&2
    exit /b 1
)

"%JAVA%" %FLAGS% %TENDON_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" "-Dtendon.distribution=%HOME_DIR%" dev.tendon.launcher.Main %*
exit /b %ERRORLEVEL%
