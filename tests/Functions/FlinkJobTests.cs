using System.Text.Json;
using DrInfra.Infra.Functions.Follower.Services;

namespace DrInfra.Tests.Functions;

/// <summary>Whatever an object says, reading it must not keep the others from being stopped.</summary>
public class FlinkJobTests
{
    [Theory]
    [InlineData("s3://bucket/jobs/enrich", "bucket", "jobs/enrich/")]
    [InlineData("s3://bucket/jobs/enrich/", "bucket", "jobs/enrich/")]
    [InlineData("s3://bucket", "bucket", "")]
    [InlineData("s3://bucket/", "bucket", "")]
    [InlineData("s3:///jobs", null, "")]
    [InlineData("s3a://bucket/jobs", null, "")]
    [InlineData("", null, "")]
    public void Folder_IsABucketAndAFolderInIt(string text, string? bucket, string folder)
    {
        var job = Read($$"""{ "metadata": { "annotations": { "dr.drinfra.io/savepoints": "{{text}}" } } }""");

        Assert.Equal((bucket, folder), (job.Bucket, job.Folder));
    }

    [Theory]
    [InlineData("900", 900.0)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("1.5", null)]
    [InlineData("99999999999", null)]
    [InlineData("often", null)]
    public void Interval_IsAWholeNumberOfSeconds(string text, double? seconds) =>
        Assert.Equal(seconds, Read($$"""{ "metadata": { "annotations": { "dr.drinfra.io/savepoint-seconds": "{{text}}" } } }""").Every?.TotalSeconds);

    [Theory]
    [InlineData(null, null, "0001-01-01T00:00:00Z")]
    [InlineData("60", "1764504000000", "2025-11-30T12:01:00Z")]
    [InlineData("60", null, null)]
    [InlineData("60", "9223372036854775807", null)]
    [InlineData("60", "253402300799999", null)]
    [InlineData("soon", "1764504000000", null)]
    public void CaughtUp_IsSoLongAfterItsStart(string? takes, string? since, string? at)
    {
        var annotations = takes is null ? "{}" : $$"""{ "dr.drinfra.io/catch-up-seconds": "{{takes}}" }""";
        var status = since is null ? "{}" : $$"""{ "startTime": "{{since}}" }""";

        var job = Read($$"""{ "metadata": { "annotations": {{annotations}} }, "status": { "jobStatus": {{status}} } }""");

        Assert.Equal(at, job.CaughtUp?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "metadata": 7, "spec": [], "status": "x" }""")]
    [InlineData("""{ "spec": { "job": null } }""")]
    [InlineData("""{ "spec": { "job": { "state": 3, "savepointRedeployNonce": 1.5 } } }""")]
    public void ObjectOfAnotherForm_SaysNothing(string text)
    {
        var job = Read(text);

        Assert.Equal((true, null, null, false, false), (job.IsToRun, job.Nonce, job.StartedFrom, job.HasRun, job.IsRunning));
        Assert.Empty(FlinkSnapshot.Read([JsonDocument.Parse(text).RootElement], job));
    }

    private static FlinkJob Read(string text) => FlinkJob.Read(JsonDocument.Parse(text).RootElement);
}
