using System.Globalization;
using System.Text;

namespace DrInfra.Policies.Graph;

/// <summary>Where a value stands in a resource, spelled only when a message needs it: <c>rules[0].destination.bucket</c>.</summary>
internal sealed class PropPath(PropPath? parent, string? name, int index)
{
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text);
        return text.ToString();
    }

    /// <summary>The resource's own property at the root of the path.</summary>
    public string Root => parent is null ? name ?? "" : parent.Root;

    private void Append(StringBuilder text)
    {
        parent?.Append(text);
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
