@echo off
rem Tendon from its sources, on Windows: builds the distribution when there is none, then runs it. After a change of the sources run "mvn package" again.
setlocal
set "ROOT=%~dp0"
for /d %%D in ("%ROOT%run-configs\target\tendon-*") do for /d %%E in ("%%D\tendon-*") do set "DIST=%%E"
if not defined DIST (
  echo tendon: building the distribution: first use; this takes a minute or two ... 1>&2
  pushd "%ROOT%"
  call mvn -B -ntp -q -pl run-configs -am -DskipTests package 1>&2 || (popd & exit /b 1)
  popd
  for /d %%D in ("%ROOT%run-configs\target\tendon-*") do for /d %%E in ("%%D\tendon-*") do set "DIST=%%E"
)
call "%DIST%\bin\tendon.cmd" %*
exit /b %ERRORLEVEL%
