using RbacGrains.Silo;

return await SiloProgram.Run(args, Console.Out, Console.Error, CancellationToken.None);
