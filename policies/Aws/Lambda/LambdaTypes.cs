namespace DrInfra.Policies.Aws.Lambda;

/// <summary>Type tokens of the provider's module <c>aws:lambda</c>.</summary>
public static class LambdaTypes
{
    public const string EventSourceMapping = "aws:lambda/eventSourceMapping:EventSourceMapping";
    public const string Function = "aws:lambda/function:Function";
    public const string FunctionEventInvokeConfig = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";
    public const string Permission = "aws:lambda/permission:Permission";
}
