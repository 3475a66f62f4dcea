using System.Text;
using System.Text.Json;
using DrInfra.Policies.Model;
using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Backup.Access;

/// <summary>A policy document: JSON text, or the same as an object.</summary>
internal sealed record IamDocument(IReadOnlyList<IamStatement> Statements)
{
    /// <summary>Null where the property is absent, unknown or no policy document: the property tells the first two apart.</summary>
    public static IamDocument? Parse(Prop property)
    {
        var statements = Document(property)["Statement"];
        if (statements.Items.Count == 0)
        {
            return null;
        }

        var read = statements.Items.Select(Statement).ToArray();
        return read.Any(statement => statement is null) ? null : new IamDocument(read!);
    }

    /// <summary>A text or a list of texts.</summary>
    public static IReadOnlyList<string> Texts(Prop property) =>
        property.Text is { } one ? [one] : [.. property.Items.Select(item => item.Text).OfType<string>()];

    private static Prop Document(Prop property)
    {
        if (property.Value is MapValue || property.Text is not { } json)
        {
            return property;
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            reader.Read();
            var value = JsonPropertyReader.Read(ref reader, new ValuePool());
            return reader.Read() ? default : Prop.Root(value, property.Path);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return default;
        }
    }

    private static IamStatement? Statement(Prop statement)
    {
        var (actions, notActions) = (Texts(statement["Action"]), Texts(statement["NotAction"]));
        return statement["Effect"].Text is not ("Allow" or "Deny") || (actions.Count == 0 && notActions.Count == 0)
            ? null
            : new IamStatement(
                statement["Effect"].Text == "Allow",
                actions,
                notActions,
                Texts(statement["Resource"]),
                Texts(statement["NotResource"]),
                statement["Principal"],
                [.. statement["Condition"].Members.SelectMany(test => test.Value.Members.Select(key => new IamCondition(test.Name, key.Name, Texts(key.Value))))]);
    }
}
