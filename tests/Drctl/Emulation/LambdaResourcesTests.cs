using static DrInfra.Tests.Drctl.Emulation.TestCloud;

namespace DrInfra.Tests.Drctl.Emulation;

public class LambdaResourcesTests
{
    private const string Function = "aws:lambda/function:Function";

    [Fact]
    public void Function_IsNamedAndLocatedLikeTheRealOne()
    {
        var cloud = new TestCloud();

        var function = cloud.CreateIn("central", Function, "sample", Input("name", "orders-capacity"), Input("role", "arn:aws:iam::1:role/r"));

        Assert.Equal("orders-capacity", function.Id);
        Assert.Equal("arn:aws:lambda:eu-central-1:123456789012:function:orders-capacity", function.Outputs["arn"]);
        Assert.Equal("arn:aws:lambda:eu-central-1:123456789012:function:orders-capacity:$LATEST", function.Outputs["qualifiedArn"]);
        Assert.Equal(
            "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:orders-capacity/invocations",
            function.Outputs["invokeArn"]);
        Assert.Empty(cloud.Cloud.NotEmulated);
    }

    // Digest and length of three bytes, of which the base64 text is known.
    [Fact]
    public void Code_ThatTheProgramUploads_IsMeasured()
    {
        var cloud = new TestCloud();
        cloud.Create("aws:s3/bucket:Bucket", "bucket", Input("bucket", "orders-operations"));
        cloud.Create(
            "aws:s3/bucketObjectv2:BucketObjectv2", "code", Input("bucket", "orders-operations"), Input("key", "code.zip"), Input("contentBase64", "YWJj"));

        var function = cloud.Create(
            Function, "sample", Input("name", "orders"), Input("role", "r"), Input("s3Bucket", "orders-operations"), Input("s3Key", "code.zip"));

        Assert.Equal(3, function.Outputs["sourceCodeSize"]);
        Assert.Equal("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=", function.Outputs["codeSha256"]);
    }

    [Theory]
    [InlineData("timeout", 901.0, "1 to 900 seconds")]
    [InlineData("timeout", 0.0, "1 to 900 seconds")]
    [InlineData("memorySize", 64.0, "128 to 10240 MB")]
    public void BeyondAQuota_IsRefused(string property, double value, string rule) => Assert.Contains(
        rule,
        new TestCloud().RefusalOf(Function, "sample", Input("name", "orders"), Input("role", "r"), Input(property, value)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("orders capacity")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123x")]
    public void NameThatTheServiceDoesNotTake_IsRefused(string name) => Assert.Contains(
        "64 letters, digits, hyphens and underscores",
        new TestCloud().RefusalOf(Function, "sample", Input("name", name), Input("role", "r")),
        StringComparison.Ordinal);
}
