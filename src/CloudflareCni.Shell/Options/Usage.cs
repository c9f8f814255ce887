namespace CloudflareCni.Shell.Options;

/// <summary>The help text.</summary>
internal static class Usage
{
    public const string Text = """
        The PowerShell engine with the module CloudflareCni.PowerShell loaded, connected to a sandbox.

        Usage: CloudflareCni.Shell [options]                         an interactive session
               CloudflareCni.Shell [options] -Command <text> | -     runs the text, or what standard input holds
               CloudflareCni.Shell [options] -File <path> [args...]  runs a script with its arguments

          -Command, -c       Takes the rest of the command line as PowerShell.
          -File, -f          Takes the next argument as the script and the rest as its arguments.
          -NoSandbox         Does not connect to a sandbox. Commands then use the environment variables CLOUDFLARE_API_TOKEN
                             (or CLOUDFLARE_API_KEY and CLOUDFLARE_EMAIL), CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_BASE_URL.
          -NoExit            Stays in an interactive session after -Command or -File.
          -NoLogo            Shows no banner.
          -NonInteractive    Never asks: what would need an answer fails.
          -ModulePath <path> Loads the module from this folder or manifest, not the one that was built with the shell.
          -Version, -v       Shows the versions.
          -Help, -h, -?      Shows this text.

        Options may be shortened and their case does not matter. They stand before -Command or -File.

        Exit code: 0 success, 1 the command failed, the number given to `exit`, 64 wrong command line,
        70 the module cannot be loaded, 130 stopped with Ctrl+C.
        """;
}
