using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.S3;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

internal static class LambdaResources
{
    // Lambda developer guide, "Lambda quotas".
    private const int LongestSeconds = 900;
    private const int LeastMemoryMb = 128;
    private const int MostMemoryMb = 10240;

    public static IReadOnlyList<EmulatedType> Types { get; } = [new(LambdaTypes.Function, CreateFunction)];

    private static EmulatedResource CreateFunction(EmulationRequest request)
    {
        RequireWithinQuotas(request);
        var name = request.PhysicalName(prefixProperty: null);
        var arn = request.Arn("lambda", $"function:{name}");
        var code = CodeOf(request);
        var digest = Convert.ToBase64String(SHA256.HashData(code ?? Encoding.UTF8.GetBytes(arn)));
        var logging = Map(("applicationLogLevel", string.Empty), ("logFormat", "Text"), ("logGroup", $"/aws/lambda/{name}"), ("systemLogLevel", string.Empty));
        var version = request.Flag("publish") ? "1" : "$LATEST";
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", arn)
            .Set("invokeArn", InvokeArn(request, arn, "2015-03-31", "invocations"))
            .Set("responseStreamingInvokeArn", InvokeArn(request, arn, "2021-11-15", "response-streaming-invocations"))
            .Set("qualifiedArn", $"{arn}:{version}")
            .Set("qualifiedInvokeArn", InvokeArn(request, $"{arn}:{version}", "2015-03-31", "invocations"))
            .Set("version", version)
            // An invented cloud has no clock.
            .Set("lastModified", "2000-01-01T00:00:00.000+0000")
            .Set("signingJobArn", string.Empty)
            .Set("signingProfileVersionArn", string.Empty)
            .Set("sourceCodeSize", code?.Length)
            .Set("loggingConfig", Over(logging, request.Map("loggingConfig")))
            .Default("codeSha256", digest)
            .Default("sourceCodeHash", digest)
            .Default("architectures", ImmutableArray.Create<object>("x86_64"))
            .Default("ephemeralStorage", Map(("size", 512)))
            .Default("tracingConfig", Map(("mode", "PassThrough")))
            .Default("packageType", "Zip")
            .Default("memorySize", LeastMemoryMb)
            .Default("timeout", 3)
            .Default("reservedConcurrentExecutions", -1)
            .EmptyLists("layers", "replacementSecurityGroupIds")
            .Off("publish", "skipDestroy")
            .Tagged()
            .WithId(name);
    }

    private static string InvokeArn(EmulationRequest request, string function, string version, string action) =>
        $"arn:{request.Partition}:apigateway:{request.Region}:lambda:path/{version}/functions/{function}/{action}";

    /// <summary>The code, where it is an object of the same program; its length and digest are then the real ones.</summary>
    private static byte[]? CodeOf(EmulationRequest request) =>
        request.Text("s3Bucket") is { } bucket
        && request.Text("s3Key") is { } key
        && request.Find(S3Types.BucketObjectv2, $"{bucket}/{key}")?.Outputs.GetValueOrDefault("contentBase64") is string content
            ? Convert.FromBase64String(content)
            : null;

    private static void RequireWithinQuotas(EmulationRequest request)
    {
        if (request.Number("timeout") is { } seconds and (< 1 or > LongestSeconds))
        {
            throw request.Refuse("timeout", seconds, $"a function runs for 1 to {LongestSeconds} seconds.");
        }

        if (request.Number("memorySize") is { } memory and (< LeastMemoryMb or > MostMemoryMb))
        {
            throw request.Refuse("memorySize", memory, $"a function has {LeastMemoryMb} to {MostMemoryMb} MB.");
        }
    }
}
