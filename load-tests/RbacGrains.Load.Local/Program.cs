using RbacGrains.Load.Scenarios;

return await LoadProgram.Run(args, [EmbeddedTarget.Kind, HttpTarget.Kind]);
