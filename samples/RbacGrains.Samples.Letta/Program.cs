using RbacGrains.Samples.Letta;

await LettaApplication.Create(args).RunAsync();
