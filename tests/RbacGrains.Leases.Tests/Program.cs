using System.Globalization;
using RbacGrains.Leases.Tests;

// The client of the tests: started by them as a process of its own, with the service's address, the board, and its number.
return args is [var address, var board, var number]
    ? await Checker.Run(new Uri(address), board, int.Parse(number, CultureInfo.InvariantCulture))
    : 2;
