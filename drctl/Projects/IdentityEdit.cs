using System.Text.RegularExpressions;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Projects;

/// <summary>
/// Writes identities into the text of a stack's file. Everything else stays as it is, comments and layout included; lines that say the same already
/// stay, too.
/// </summary>
/// <param name="key">The setting's full key, as in <c>drinfra:identities</c>.</param>
/// <param name="role">The role of the stack that the identities are of.</param>
internal sealed partial class IdentityEdit(string key, string role)
{
    private const int Step = 2;

    // A scalar of one line: in quotes of either kind, else up to a comment.
    [GeneratedRegex("""\G("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#](?:[^#]|(?<!\s)#)*?(?=\s*$|\s+#))""", RegexOptions.CultureInvariant)]
    private static partial Regex Scalar { get; }

    /// <summary>The text with the identities.</summary>
    /// <param name="text">The file's text: one YAML document, an object.</param>
    /// <param name="root">The same, read.</param>
    /// <param name="ids">Names with ids, in their order.</param>
    /// <param name="stale">Names that are there and go.</param>
    public string Apply(string text, YamlMap root, IReadOnlyList<(string Name, string Id)> ids, IReadOnlyCollection<string> stale)
    {
        // Each line keeps its own end, and new ones have that of the first.
        var end = text.Split('\n')[0].EndsWith('\r') ? "\r" : "";
        List<string> lines = text.Length == 0 ? [""] : [.. text.Split('\n')];
        Edit(lines, root, [.. ids.Select(id => (id.Name, id.Id + end))], stale, end);
        return string.Join('\n', lines);
    }

    private void Edit(List<string> lines, YamlMap root, IReadOnlyList<(string Name, string Id)> ids, IReadOnlyCollection<string> stale, string end)
    {
        IEnumerable<string> Block(int indent, int skip = 0) =>
            new[] { $"{new string(' ', indent)}{key}:{end}", $"{new string(' ', indent + Step)}{role}:{end}" }
                .Concat(ids.Select(id => Entry(indent + Step + Step, id))).Skip(skip);

        if (root.Members.FirstOrDefault(member => member.Key == "config") is not { } config)
        {
            if (lines[^1].Length > 0)
            {
                lines.Add("");
            }

            lines.InsertRange(lines.Count - 1, Block(Step).Prepend($"config:{end}"));
            return;
        }

        if (config.Value is not YamlMap { Members.Count: > 0 } settings || !IsBlock(lines, config))
        {
            Replace(lines, config, Block(Indent(config) + Step), end);
            return;
        }

        var short_ = key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (settings.Members.FirstOrDefault(member => member.Key == key || member.Key == short_) is not { } identities)
        {
            Insert(lines, config, Block(Indent(settings.Members[0])), end);
        }
        else if (identities.Value is not YamlMap { Members.Count: > 0 } roles || !IsBlock(lines, identities))
        {
            Replace(lines, identities, Block(Indent(identities), 1), end);
        }
        else if (roles.Members.FirstOrDefault(member => member.Key == role) is not { } mine)
        {
            Insert(lines, identities, Block(Indent(roles.Members[0]) - Step, 1), end);
        }
        else if (mine.Value is not YamlMap { Members.Count: > 0 } known || !IsBlock(lines, mine))
        {
            Replace(lines, mine, Block(Indent(mine) - Step, 2), end);
        }
        else
        {
            Update(lines, mine, known, ids, stale, end);
        }
    }

    private static void Update(
        List<string> lines, YamlMember role, YamlMap known, IReadOnlyList<(string Name, string Id)> ids, IReadOnlyCollection<string> stale,
        string lineEnd)
    {
        var missing = ids.Where(id => known[id.Name] is null).Select(id => Entry(Indent(known.Members[0]), id)).ToArray();
        var end = Close(lines, End(lines, role), lineEnd);
        foreach (var (name, id) in ids)
        {
            if (known[name] is { } value && (value as YamlText)?.Text != id.TrimEnd('\r'))
            {
                var at = value.Where.Line - 1;
                lines[at] = Scalar.Replace(lines[at], id.TrimEnd('\r'), 1, value.Where.Column - 1);
            }
        }

        lines.InsertRange(end, missing);
        foreach (var line in known.Members.Where(member => stale.Contains(member.Key)).Select(member => member.Where.Line - 1).OrderDescending())
        {
            lines.RemoveAt(line);
        }
    }

    // Behind the last line of a member, and with the lines of its own.
    private static void Insert(List<string> lines, YamlMember member, IEnumerable<string> more, string end) =>
        lines.InsertRange(Close(lines, End(lines, member), end), more);

    // The last line of a file may have no end yet.
    private static int Close(List<string> lines, int at, string end)
    {
        if (at == lines.Count)
        {
            lines[^1] += end;
            lines.Add("");
        }

        return at;
    }

    // The value of a member, whatever it is; a comment behind its key stays where the value was not on that line.
    private static void Replace(List<string> lines, YamlMember member, IEnumerable<string> value, string lineEnd)
    {
        var at = member.Where.Line - 1;
        var end = Close(lines, End(lines, member), lineEnd);
        lines.RemoveRange(at + 1, end - at - 1);
        var colon = lines[at].IndexOf(':', member.Where.Column - 1 + KeyLength(lines[at], member));
        lines[at] = member.Value.Where.Line - 1 == at || member.Value is YamlText ? lines[at][..(colon + 1)] + lineEnd : lines[at];
        lines.InsertRange(at + 1, value);
    }

    private static int KeyLength(string line, YamlMember member) => line[member.Where.Column - 1] is '"' or '\'' ? member.Key.Length + Step : member.Key.Length;

    // The line behind the last one that belongs to a member: what follows it with no deeper indentation does not, nor do blank lines and comments
    // in front of that.
    private static int End(List<string> lines, YamlMember member)
    {
        var (at, indent) = (member.Where.Line - 1, Indent(member));
        var last = at;
        for (var i = at + 1; i < lines.Count; i++)
        {
            var trimmed = lines[i].TrimStart(' ');
            if (trimmed.Length == 0)
            {
                continue;
            }

            if (lines[i].Length - trimmed.Length <= indent)
            {
                break;
            }

            last = i;
        }

        return last + 1;
    }

    private static bool IsBlock(List<string> lines, YamlMember member) =>
        lines[member.Value.Where.Line - 1].AsSpan(member.Value.Where.Column - 1) is not ['{' or '[', ..];

    private static int Indent(YamlMember member) => member.Where.Column - 1;

    private static string Entry(int indent, (string Name, string Id) id) => $"{new string(' ', indent)}{id.Name}: {id.Id}";
}
