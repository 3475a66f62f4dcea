namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Finds the stores of one service in the graphs, with their copies.</summary>
internal interface IStoreReader
{
    /// <summary>The resource types that this reader answers for.</summary>
    IReadOnlyList<string> Types { get; }

    IEnumerable<Store> Read(StoreContext context);
}
