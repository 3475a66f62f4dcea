using DrInfra.Infra.Functions.Follower.Savepoints;

namespace DrInfra.Tests.Functions.Savepoints;

/// <summary>A bucket in memory, which may list in any order.</summary>
internal sealed class MemoryBucket : IObjectStore
{
    private readonly SortedDictionary<string, (string Text, long Bytes)> _objects = new(StringComparer.Ordinal);

    /// <summary>What is listed is shuffled by this; null: it is in alphabetical order.</summary>
    public Random? Shuffle { get; init; }

    public IEnumerable<string> Names => _objects.Keys;

    public string this[string name]
    {
        get => _objects[name].Text;
        set => _objects[name] = (value, value.Length);
    }

    public void PutFile(string name, long bytes) => _objects[name] = ("", bytes);

    public void Delete(string name) => Assert.True(_objects.Remove(name), $"there is no {name}");

    public bool Has(string name) => _objects.ContainsKey(name);

    /// <summary>The object arrives in another bucket.</summary>
    public void CopyTo(MemoryBucket other, string name) => other._objects[name] = _objects[name];

    public MemoryBucket Copy(Random? shuffle = null)
    {
        var copy = new MemoryBucket { Shuffle = shuffle };
        foreach (var (name, value) in _objects)
        {
            copy._objects[name] = value;
        }

        return copy;
    }

    public Task<ObjectListing> ListAsync(string prefix, string? after, bool isDeep, bool isWhole, CancellationToken stop)
    {
        var found = _objects.Where(item => item.Key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(item.Key, after) > 0).ToList();
        var deep = found.ToLookup(item => !isDeep && item.Key[prefix.Length..].Contains('/', StringComparison.Ordinal));
        return Task.FromResult(new ObjectListing(
            Ordered(deep[false].Select(item => (item.Key, item.Value.Bytes))),
            Ordered(deep[true].Select(item => item.Key[..(item.Key.IndexOf('/', prefix.Length) + 1)]).Distinct())));
    }

    public Task<string?> ReadAsync(string name, CancellationToken stop) => Task.FromResult(_objects.TryGetValue(name, out var item) ? item.Text : null);

    public Task<bool> WriteNewAsync(string name, string text, CancellationToken stop)
    {
        var isNew = !_objects.ContainsKey(name);
        if (isNew)
        {
            this[name] = text;
        }

        return Task.FromResult(isNew);
    }

    private T[] Ordered<T>(IEnumerable<T> items)
    {
        var array = items.ToArray();
        Shuffle?.Shuffle(array);
        return array;
    }
}
