using DrInfra.Infra.Stacks;

return await Pulumi.Deployment.RunAsync(EngineProgram.Declare);
