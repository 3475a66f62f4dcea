using System.Text.RegularExpressions;
using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Aws.Likeness;

/// <summary>What differs between a resource and its like in the other Region, beside what may rightly differ.</summary>
internal sealed partial class LikeComparison(LikeReferences references, (RegionNames Names, Node Node) first, (RegionNames Names, Node Node) second)
{
    private const int Longest = 60;

    private readonly List<LikeDifference> _differences = [];
    private readonly List<string> _untold = [];
    private bool _unknown;

    /// <summary>Properties of which only the deployment tells whether they differ.</summary>
    public IReadOnlyList<string> Untold => _untold;

    public IReadOnlyList<LikeDifference> Differences()
    {
        var (a, b) = (first.Node.Resource, second.Node.Resource);
        if (a.Type == b.Type)
        {
            foreach (var key in a.Inputs.Keys.Union(b.Inputs.Keys, StringComparer.Ordinal))
            {
                _unknown = false;
                Compare(a.Inputs[key], b.Inputs[key], key);
                if (_unknown)
                {
                    CompareOrigins(key);
                }
            }
        }

        Option("protect", a.Protect, b.Protect);
        if (first.Node.Stack.TellsRetention && second.Node.Stack.TellsRetention)
        {
            Option("retainOnDelete", a.RetainOnDelete, b.RetainOnDelete);
        }

        Option(
            "ignoreChanges", string.Join(", ", a.IgnoreChanges.Order(StringComparer.Ordinal)),
            string.Join(", ", b.IgnoreChanges.Order(StringComparer.Ordinal)));
        Option("customTimeouts", a.CustomTimeouts, b.CustomTimeouts);
        return _differences;
    }

    // Of two lists of origins, those of a kind that both have must be likes; what one has besides may be a part of the text, or an order of steps.
    private void CompareOrigins(string property)
    {
        var (ours, theirs) = (Origins(first, property), Origins(second, property));
        var shared = ours.Select(origin => origin.Type).Intersect(theirs.Select(origin => origin.Type)).ToHashSet();
        if (shared.Count == 0 ? ours.Count + theirs.Count > 0 : !ours.Where(Shared).ToHashSet().SetEquals(theirs.Where(Shared)))
        {
            _differences.Add(new LikeDifference($"{property} refers to other resources", null, null, 0));
        }
        else if (!ours.SetEquals(theirs))
        {
            _untold.Add(property);
        }

        bool Shared((string Type, string Name) origin) => shared.Contains(origin.Type);
    }

    private void Option<T>(string name, T a, T b)
    {
        if (!EqualityComparer<T>.Default.Equals(a, b))
        {
            var weaker = (a, b) is (bool left, bool right) ? WeakerSide.Of(name, PropertyValue.Of(left), PropertyValue.Of(right)) : 0;
            _differences.Add(new LikeDifference($"option {name}", $"{a}", $"{b}", weaker));
        }
    }

    // The resources that an unknown property will be made of, as both Regions name them.
    private static HashSet<(string Type, string Name)> Origins((RegionNames Names, Node Node) side, string property) =>
        [.. ReferenceResolver.Declared(side.Node, property).Where(node => node.Resource.Custom).Select(node => NameOf(side.Names, node))];

    // The like of a multi-Region key is its replica.
    private static (string Type, string Name) NameOf(RegionNames names, Node node) =>
        (node.Type == KmsTypes.ReplicaKey ? KmsTypes.Key : node.Type, names.ReadRoles(node.Name, node.Stack.Name));

    private void Compare(PropertyValue? a, PropertyValue? b, string path)
    {
        if (a is UnknownValue || b is UnknownValue)
        {
            _unknown |= a is UnknownValue && b is UnknownValue;
            return;
        }

        // What two secrets are is nobody's business, and they may rightly differ.
        if (a is SecretValue || b is SecretValue || MayDiffer.Property(first.Node.Type, path) || (IsEmpty(a) && IsEmpty(b)))
        {
            return;
        }

        switch (a, b)
        {
            case (MapValue left, MapValue right):
                foreach (var key in left.Keys.Union(right.Keys, StringComparer.Ordinal))
                {
                    Compare(left[key], right[key], $"{path}.{key}");
                }

                break;
            case (ListValue left, ListValue right):
                CompareItems(left, right, path);
                break;
            case (TextValue left, TextValue right) when AreSame(left.Value, right.Value, path):
                break;
            case (TextValue left, TextValue right) when Document(left.Value) is { } one && Document(right.Value) is { } other:
                Compare(one, other, path);
                break;
            case (TextValue left, TextValue right):
                if (!Alike(left.Value, right.Value, path) && !((CarriesNoIds || AreIdsOfNothing(left.Value, right.Value)) && AreMadeOfLikes(path)))
                {
                    Add(a, b, path);
                }

                break;
            case (MarkedValue left, MarkedValue right):
                if (!Equals(left.Content["hash"], right.Content["hash"]))
                {
                    Add(left.Content["hash"], right.Content["hash"], path);
                }

                break;
            default:
                if (!Equals(a, b) && TextOf(a) is var text && (text is null || text != TextOf(b)))
                {
                    Add(a, b, path);
                }

                break;
        }
    }

    // The engine's protocol carries no ids: what a property was made from speaks for it then, on both sides.
    private bool CarriesNoIds => first.Node.Stack.Graph.IsPartial || second.Node.Stack.Graph.IsPartial;

    // What a service makes inside of a resource, such as the security group of a cluster of EKS; or an ARN with the id of what is not there yet.
    private bool AreIdsOfNothing(string one, string other) => references.Find(one) is null && references.Find(other) is null
        && Id().IsMatch(one) && first.Names.Read(Id().Replace(one, "#")) == second.Names.Read(Id().Replace(other, "#"));

    private bool AreMadeOfLikes(string path)
    {
        var property = path.Split('.', '[')[0];
        var ours = Origins(first, property);
        return ours.Count > 0 && ours.SetEquals(Origins(second, property));
    }

    // Order says nothing in most lists, and where it does it is the same in both Regions.
    private void CompareItems(ListValue left, ListValue right, string path)
    {
        var (ours, theirs) = (Kept(left, path), Kept(right, path));
        if (ours.Count == theirs.Count && AllAlike(ours, theirs, path))
        {
            return;
        }

        for (var i = ours.Count - 1; i >= 0; i--)
        {
            var like = theirs.FindIndex(item => AreAlike(ours[i], item, path));
            if (like >= 0)
            {
                ours.RemoveAt(i);
                theirs.RemoveAt(like);
            }
        }

        for (var i = 0; i < Math.Max(ours.Count, theirs.Count); i++)
        {
            Compare(ours.ElementAtOrDefault(i), theirs.ElementAtOrDefault(i), path);
        }
    }

    private List<PropertyValue> Kept(ListValue list, string path) => MayDiffer.HasItems(first.Node.Type, path)
        ? [.. list.Where(item => !MayDiffer.Item(first.Node.Type, path, JsonPropertyText.ToJson(item)))]
        : [.. list];

    private bool AllAlike(List<PropertyValue> left, List<PropertyValue> right, string path)
    {
        for (var i = 0; i < left.Count; i++)
        {
            if (!AreAlike(left[i], right[i], path))
            {
                return false;
            }
        }

        return true;
    }

    private bool AreAlike(PropertyValue a, PropertyValue b, string path)
    {
        var (before, unknown) = (_differences.Count, _unknown);
        Compare(a, b, path);
        var alike = _differences.Count == before;
        _differences.RemoveRange(before, _differences.Count - before);
        _unknown = unknown || (alike && _unknown);
        return alike;
    }

    private bool AreSame(string a, string b, string path) =>
        !MayDiffer.IsAbsolute(first.Node.Type, path) && first.Names.Read(a) == second.Names.Read(b);

    private bool Alike(string a, string b, string path)
    {
        if (MayDiffer.IsAbsolute(first.Node.Type, path))
        {
            return a == b;
        }

        if (Means(first.Names, a) is { } meant && meant == Means(second.Names, b))
        {
            return true;
        }

        return first.Names.ReadRoles(a, first.Node.Stack.Name) == second.Names.ReadRoles(b, second.Node.Stack.Name)
            || (path.EndsWith("ame", StringComparison.Ordinal) && (AreCut(a, b) || AreCut(b, a)))
            || Pieces(first.Names, a) == Pieces(second.Names, b)
            || (a == b && references.IsOnlyOne(a));
    }

    private string? Means(RegionNames names, string text) => references.Find(text) is { } node ? $"{NameOf(names, node)}" : null;

    // A longer text with ids in it: an ARN with something after it, a metric's dimension.
    private string Pieces(RegionNames names, string text) =>
        Piece().Replace(text, match => Means(names, match.Value) ?? names.Read(match.Value));

    // Programs cut a name that is too long for the service and add a hash; the engine adds one to names of its own.
    private static bool AreCut(string a, string b)
    {
        var cut = Hash().Match(a);
        return cut.Success && cut.Index >= 8 && b.StartsWith(a[..cut.Index], StringComparison.Ordinal) && !b.StartsWith(a, StringComparison.Ordinal);
    }

    private static PropertyValue? Document(string text) =>
        text.Length >= 2 && text[0] is ('{' or '[') ? JsonDocumentText.Parse(text, "document")?.Value : null;

    private static bool IsEmpty(PropertyValue? value) =>
        value is null or NullValue or ListValue { Count: 0 } or MapValue { Count: 0 } or TextValue { Value: "" };

    private static string? TextOf(PropertyValue? value) => Prop.Root(value, "value").Text;

    private void Add(PropertyValue? a, PropertyValue? b, string path) =>
        _differences.Add(new LikeDifference(path, Short(a), Short(b), Astray(a, b) is var astray and not 0 ? astray : WeakerSide.Of(path, a, b)));

    // The one that names the other's Region where the other names its own is to be changed.
    private int Astray(PropertyValue? a, PropertyValue? b) => (a, b) is not (TextValue left, TextValue right) ? 0
        : IsAstray(first.Names.Read(left.Value), second.Names.Read(right.Value)) ? -1
        : IsAstray(second.Names.Read(right.Value), first.Names.Read(left.Value)) ? 1
        : 0;

    private static bool IsAstray(string text, string other) =>
        text != other && text.Contains(RegionNames.OfThere, StringComparison.Ordinal)
            && text.Replace(RegionNames.OfThere, RegionNames.OfHere, StringComparison.Ordinal) == other;

    private static string Short(PropertyValue? value)
    {
        var text = Prop.Root(value, "value").ToString();
        return text.Length > Longest ? text[..Longest] + "..." : text;
    }

    [GeneratedRegex("(?<![0-9a-z-])[a-z]+-[0-9a-f]{8,17}$|(?<=:key/)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("[-_][0-9a-z]{6,7}$", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();

    [GeneratedRegex("[A-Za-z0-9_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();
}
