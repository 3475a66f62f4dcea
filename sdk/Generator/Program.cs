using DrInfra.SdkGenerator;

return CommandLine.Run(args, Console.Out, Console.Error, Directory.GetCurrentDirectory());
