return await DrInfra.Policies.Hosting.AnalyzerProgram.RunAsync(args);
