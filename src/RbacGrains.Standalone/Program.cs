using RbacGrains.Standalone;

return await StandaloneServer.Run(args, Console.Out, Console.Error, CancellationToken.None);
