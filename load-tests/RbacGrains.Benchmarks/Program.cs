using RbacGrains.Benchmarks;

return await Commands.Run(args);
