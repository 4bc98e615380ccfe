@rem Tendon with this bundle in it, after mvn package: try choices
@java -cp "%~dp0target\try\lib\*" dev.tendon.launcher.Main %*
