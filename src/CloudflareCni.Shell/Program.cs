using System;
using CloudflareCni.Shell;
using CloudflareCni.Shell.Options;

try
{
    ShellOptions options = ShellOptionsParser.Parse(args);
    switch (options.Mode)
    {
        case ShellMode.Help:
            Console.WriteLine(Usage.Text);
            return ExitCode.Success;
        case ShellMode.Version:
            Console.WriteLine(Shell.Versions);
            return ExitCode.Success;
        default:
            return new Shell(options).Run();
    }
}
catch (UsageException exception)
{
    Console.Error.WriteLine(exception.Message);
    Console.Error.WriteLine();
    Console.Error.WriteLine(Usage.Text);
    return ExitCode.Usage;
}
