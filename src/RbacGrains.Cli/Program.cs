using RbacGrains.Cli;

return await new CliProgram(CliHost.OfProcess()).Run(args, CancellationToken.None);
