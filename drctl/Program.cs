using DrInfra.Drctl.Commands;

return await DrctlApplication.RunAsync(args, CommandEnvironment.OfProcess());
