using DrInfra.Drctl.Export;

namespace DrInfra.Tests.Drctl.Export;

public class OutputScopeTests
{
    private static readonly KnownOutput Bucket = new("raw-data", "urn-bucket", "id", true, false);
    private static readonly KnownOutput Arn = new("arn:aws:s3:::raw-data", "urn-bucket", "arn", true, false);
    private static readonly KnownOutput Version = new("1", "urn-template", "latestVersion", false, true);
    private static readonly OutputScope Scope = new([Arn, Bucket, Version]);

    [Theory]
    [InlineData("raw-data", "<id>")]
    [InlineData("arn:aws:s3:::raw-data", "<arn>")]
    [InlineData("arn:aws:s3:::raw-data/*", "<arn>/*")]
    [InlineData("s3://raw-data/in", "s3://<id>/in")]
    [InlineData("""{"a":"arn:aws:s3:::raw-data","b":"raw-data"}""", """{"a":"<arn>","b":"<id>"}""")]
    [InlineData("1", "<latestVersion>")]
    public void Output_IsFoundWholeAndInside(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Theory]
    [InlineData("raw-data-2")]
    [InlineData("my-raw-data")]
    [InlineData("nothing of it")]
    [InlineData("port 1")]
    [InlineData("")]
    public void OtherWords_StayLiteral(string text) => Assert.Equal(text, Shown(text));

    [Fact]
    public void EqualValues_AreTheFirstOutputs()
    {
        var scope = new OutputScope([Bucket, Bucket with { Property = "bucket" }]);

        Assert.Equal("id", Assert.Single(scope.Split("raw-data")).Output!.Property);
    }

    private static string Shown(string text) =>
        string.Concat(Scope.Split(text).Select(piece => piece.Output is { } output ? $"<{output.Property}>" : piece.Text));
}
