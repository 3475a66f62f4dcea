using System.Globalization;
using System.Text;

namespace DrInfra.Policies.Graph;

/// <summary>Where a value stands in a resource, spelled only when a message needs it: <c>rules[0].destination.bucket</c>.</summary>
/// <param name="owner">The value that it is part of: the name of a property of the resource, or another path.</param>
internal sealed class PropPath(object? owner, string? name, int index)
{
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text);
        return text.ToString();
    }

    /// <summary>The resource's own property at the root of the path.</summary>
    public string Root => owner is PropPath parent ? parent.Root : owner as string ?? "";

    private void Append(StringBuilder text)
    {
        if (owner is PropPath parent)
        {
            parent.Append(text);
        }
        else
        {
            text.Append(owner as string);
        }

        if (name is null)
        {
            text.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
        }
        else
        {
            text.Append(text.Length > 0 ? "." : "").Append(name);
        }
    }
}
