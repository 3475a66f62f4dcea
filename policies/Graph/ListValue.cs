using System.Collections;

namespace DrInfra.Policies.Graph;

public sealed record ListValue : PropertyValue, IReadOnlyList<PropertyValue>
{
    public static readonly ListValue Empty = new([]);

    private readonly PropertyValue[] _items;

    private ListValue(PropertyValue[] items) => _items = items;

    public int Count => _items.Length;

    public override bool ContainsSecret => Array.Exists(_items, item => item.ContainsSecret);

    public override bool ContainsUnknown => Array.Exists(_items, item => item.ContainsUnknown);

    public PropertyValue this[int index] => _items[index];

    public static ListValue Of(IEnumerable<PropertyValue> items)
    {
        PropertyValue[] array = [.. items];
        return array.Length == 0 ? Empty : new ListValue(array);
    }

    internal static ListValue Of(ReadOnlySpan<PropertyValue> items) => items.Length == 0 ? Empty : new ListValue(items.ToArray());

    public IEnumerator<PropertyValue> GetEnumerator() => ((IEnumerable<PropertyValue>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(ListValue? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
