// The tests wait for processes nearly all the time.
[assembly: CollectionBehavior(MaxParallelThreads = 8)]
