using DrInfra.Policies.Graph;
using DrInfra.Policies.Hosting;

namespace DrInfra.Tests.Hosting;

/// <summary>Values on the wire and in the graph.</summary>
public sealed class StructTests
{
    private const string Mark = $"\"{WireMarks.Key}\":";

    public static TheoryData<string, PropertyValue> Values => new()
    {
        { "null", PropertyValue.Null },
        { "true", PropertyValue.Of(true) },
        { "1.5", PropertyValue.Of(1.5) },
        { "\"text\"", PropertyValue.Of("text") },
        { "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"", PropertyValue.Unknown },
        { "\"dd056dcd-154b-4c76-9bd3-c8f88648b5ff\"", PropertyValue.Unknown },
        { "[1,\"?\"]", ListValue.Of([PropertyValue.Of(1), PropertyValue.Unknown]) },
        { "{}", MapValue.Empty },
        { $$"""{{{Mark}}"{{WireMarks.Secret}}","value":"s"}""", PropertyValue.Secret(PropertyValue.Of("s")) },
        { $$"""{{{Mark}}"{{WireMarks.Secret}}","value":"?"}""", PropertyValue.Secret(PropertyValue.Unknown) },
        { $$"""{{{Mark}}"{{WireMarks.Output}}","value":1,"dependencies":["urn"]}""", PropertyValue.Of(1) },
        { $$"""{{{Mark}}"{{WireMarks.Output}}","value":1,"secret":true}""", PropertyValue.Secret(PropertyValue.Of(1)) },
        { $$"""{{{Mark}}"{{WireMarks.Output}}","dependencies":[]}""", PropertyValue.Unknown },
        { $$"""{{{Mark}}"{{WireMarks.Resource}}","urn":"u","id":"i"}""", new MarkedValue(MarkedKind.Resource, Map(("urn", "u"), ("id", "i"))) },
        { $$"""{{{Mark}}"{{WireMarks.Asset}}","text":"t"}""", new MarkedValue(MarkedKind.Asset, Map(("text", "t"))) },
        { $$"""{{{Mark}}"{{WireMarks.Archive}}","path":"p"}""", new MarkedValue(MarkedKind.Archive, Map(("path", "p"))) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    internal void Value_ReadsAsWhatItsMarksMean(string json, PropertyValue value) =>
        Assert.Equal(value, StructReader.Read(Messages.Properties($$"""{"a":{{json}}}"""), new ValuePool())["a"]);

    [Theory]
    [MemberData(nameof(Values))]
    internal void Value_WrittenAndReadAgain_IsTheSame(string json, PropertyValue value)
    {
        Assert.NotNull(json);
        Assert.Equal(value, StructReader.Read(StructWriter.Write([new("a", value)]), new ValuePool())["a"]);
    }

    [Fact]
    public void CorrectedProperties_LeaveTheOthersAsTheyCame()
    {
        // The graph keeps neither the dependencies of an output nor the kind of an unknown.
        var sent = Messages.Properties($$"""
            {"kept":{{{Mark}}"{{WireMarks.Output}}","value":1,"dependencies":["urn"]},"flag":"1c4a061d-8072-4f0a-a4cb-0ff528b18fe7","protected":false,
              "dropped":1}
            """);
        var before = StructReader.Read(sent, new ValuePool());
        var after = MapValue.Of([.. before.Where(member => member.Key != "dropped"), new("protected", PropertyValue.Of(true))]);
        var written = StructWriter.Write(sent, before, after);
        Assert.Equal(["flag", "kept", "protected"], written.Fields.Keys.Order());
        Assert.Equal(sent.Fields["kept"], written.Fields["kept"]);
        Assert.Equal(sent.Fields["flag"], written.Fields["flag"]);
        Assert.True(written.Fields["protected"].BoolValue);
    }

    private static MapValue Map(params IEnumerable<(string Key, string Text)> members) =>
        MapValue.Of(members.Select(member => new KeyValuePair<string, PropertyValue>(member.Key, PropertyValue.Of(member.Text))));
}
