using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DrInfra.Recovery.Settings.Kit;

/// <summary>
/// Reads the only document of a YAML text, with lines. From the parser's events, not its tree: building that recurses without
/// a limit, and keeps the last of two equal keys.
/// </summary>
public sealed class YamlReader
{
    /// <summary>Settings are six levels deep; the parser is safe far beyond, but what is deeper is no settings.</summary>
    private const int Deepest = 32;

    /// <summary>Values with those that aliases repeat: a few lines of aliases of aliases can stand for billions.</summary>
    private const int MostValues = 50_000;

    private const string StandardTag = "tag:yaml.org,2002:";

    private readonly IParser _parser;
    private readonly SettingsReading _reading;
    private readonly bool _lines;
    private readonly Dictionary<AnchorName, (YamlValue Value, int Size)> _anchors = [];
    private readonly HashSet<AnchorName> _open = [];
    private int _values;

    private YamlReader(IParser parser, SettingsReading reading, bool lines)
    {
        _parser = parser;
        _reading = reading;
        _lines = lines;
    }

    /// <summary>The document's value; null, with a problem, where it cannot be used, and nothing where the text is empty.</summary>
    /// <param name="text">One YAML document, so JSON as well.</param>
    /// <param name="reading">Receives the problems, and names the source.</param>
    /// <param name="lines">Whether lines say something to people; not in the text of an option, say.</param>
    public static YamlValue? Read(string text, SettingsReading reading, bool lines = true)
    {
        if (Unreadable(text, out var line) is { } character)
        {
            reading.Add(
                "", At(reading, lines, line), $"the character U+{(int)character:X4} is not allowed in YAML", fix: "remove it, or save the file as UTF-8");
            return null;
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            return new YamlReader(parser, reading, lines).Document();
        }
        catch (YamlException exception)
        {
            NotWellFormed(text, (int)exception.Start.Line, $": {exception.Message.Split('\n', 2)[0].Trim()}", reading, lines);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or OverflowException
            or IndexOutOfRangeException)
        {
            // The parser's own mistakes, which some broken texts bring to light: a key of several lines, a character that is none.
            NotWellFormed(text, parser.Current is { } at ? (int)at.End.Line : 1, "", reading, lines);
        }

        return null;
    }

    private static void NotWellFormed(string text, int line, string why, SettingsReading reading, bool numbered)
    {
        // The parser points behind the end where something is left open, and before a tab.
        var lines = text.Split('\n');
        var at = Math.Clamp(line, 1, lines.Length);
        var tab = Enumerable.Range(at, 2).Any(near => near <= lines.Length && lines[near - 1].TakeWhile(char.IsWhiteSpace).Contains('\t'));
        reading.Add(
            "",
            At(reading, numbered, text.EndsWith('\n') && at == lines.Length && at > 1 ? at - 1 : at),
            "not valid YAML" + why,
            fix: tab ? "indent with spaces, not with tabs" : "check indentation, colons and quotes");
    }

    private static char? Unreadable(string text, out int line)
    {
        line = 1;
        foreach (var character in text)
        {
            // The parser takes the first of these for the end of the text and would leave the rest out.
            if ((char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\u0085')) || character is '\ufffe' or '\uffff')
            {
                return character;
            }

            line += character == '\n' ? 1 : 0;
        }

        return null;
    }

    private YamlValue? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return new YamlText(Here(), "", Plain: true);
        }

        _parser.Consume<DocumentStart>();
        if (Value(0) is not { } value)
        {
            return null;
        }

        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            return value;
        }

        _reading.Add("", Here(), "more than one YAML document", allowed: "one document, without a second --- line");
        return null;
    }

    private YamlValue? Value(int depth)
    {
        var where = Here();
        if (depth > Deepest)
        {
            _reading.Add("", where, $"nested deeper than {Deepest} levels", fix: "check brackets and indentation");
            return null;
        }

        if (++_values > MostValues)
        {
            return TooMany(where);
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Repeated(alias, where);
        }

        var node = _parser.Require<NodeEvent>();
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific && !node.Tag.Value.StartsWith(StandardTag, StringComparison.Ordinal))
        {
            _reading.Add("", where, "this YAML tag is not supported", node.Tag.Value, fix: "remove the tag");
        }

        var before = _values;
        var anchored = !node.Anchor.IsEmpty && _open.Add(node.Anchor);
        var value = Node(node, where, depth);
        if (anchored && value is not null)
        {
            _open.Remove(node.Anchor);
            _anchors[node.Anchor] = (value, _values - before + 1);
        }

        return value;
    }

    private YamlValue? Node(NodeEvent node, Place where, int depth)
    {
        switch (node)
        {
            case Scalar scalar:
                _parser.MoveNext();
                return new YamlText(where, scalar.Value, scalar.Style is ScalarStyle.Plain && scalar.Tag.IsEmpty);
            case SequenceStart:
                _parser.MoveNext();
                return Items(where, depth);
            default:
                _parser.Consume<MappingStart>();
                return Members(where, depth);
        }
    }

    private YamlValue? Repeated(AnchorAlias alias, Place where)
    {
        if (!_anchors.TryGetValue(alias.Value, out var target))
        {
            _reading.Add(
                "",
                where,
                _open.Contains(alias.Value) ? "an alias is inside the value that it refers to" : "no anchor with this name precedes the alias",
                $"*{alias.Value.Value}",
                fix: $"write the value out, or put &{alias.Value.Value} before an earlier one");
            return null;
        }

        _values += target.Size;
        return _values > MostValues ? TooMany(where) : target.Value;
    }

    private YamlValue? TooMany(Place where)
    {
        _reading.Add("", where, $"more than {MostValues} values, including values repeated by aliases", fix: "write the values instead of nested aliases");
        return null;
    }

    private YamlList? Items(Place where, int depth)
    {
        var items = new List<YamlValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (Value(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new YamlList(where, items);
    }

    private YamlMap? Members(Place where, int depth)
    {
        var members = new Dictionary<string, YamlMember>(StringComparer.Ordinal);
        var merged = new List<YamlMap>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (Value(depth + 1) is not { } key || Value(depth + 1) is not { } value)
            {
                return null;
            }

            Member(members, merged, key, value);
        }

        foreach (var member in merged.SelectMany(map => map.Members))
        {
            members.TryAdd(member.Key, member);
        }

        return new YamlMap(where, [.. members.Values]);
    }

    private void Member(Dictionary<string, YamlMember> members, List<YamlMap> merged, YamlValue key, YamlValue value)
    {
        if (key is not YamlText { Text: { } name } text)
        {
            _reading.Add("", key.Where, "a key must be a string", key.Shown, "key: value");
        }
        else if (name == "<<" && text.Plain && Maps(value) is { } maps)
        {
            merged.AddRange(maps);
        }
        else if (!members.TryAdd(name, new YamlMember(name, key.Where, value)))
        {
            _reading.Add(name, key.Where, $"duplicate key; the first is in line {members[name].Where.Line}", fix: "keep one of them");
        }
    }

    private static IReadOnlyList<YamlMap>? Maps(YamlValue value) => value switch
    {
        YamlMap map => [map],
        YamlList { Items: var items } when items.All(item => item is YamlMap) => [.. items.Cast<YamlMap>()],
        _ => null,
    };

    private static Place At(SettingsReading reading, bool lines, int line) => new(reading.Source, lines ? line : 0);

    private Place Here() => _lines
        ? new(_reading.Source, (int)_parser.Current!.Start.Line, (int)_parser.Current!.Start.Column)
        : new(_reading.Source);
}
