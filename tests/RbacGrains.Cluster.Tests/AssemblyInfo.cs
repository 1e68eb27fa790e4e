// Each test has the machine for itself: three processes and a database are enough for it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
