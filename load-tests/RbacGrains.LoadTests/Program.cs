using RbacGrains.LoadTests;

return await LoadCommands.Root().Parse(args).InvokeAsync();
