using RbacGrains.Load.Scenarios;
using RbacGrains.LoadTests;

return await LoadProgram.Run(args, [SiloTarget.Kind, ClusterTarget.Kind, EmbeddedTarget.Kind, HttpTarget.Kind], LoadCommands.All());
