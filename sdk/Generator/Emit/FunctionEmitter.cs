using DrInfra.SdkGenerator.Schema;

namespace DrInfra.SdkGenerator.Emit;

/// <summary>Writes the static class of a provider function.</summary>
internal static class FunctionEmitter
{
    private const string Options = "options.WithDefaults()";

    internal static void Class(CodeWriter code, FunctionSpec function, string name)
    {
        string token = Identifiers.Literal(function.Token);
        string optional = function.Args.Any(a => a.Required) ? " args" : "? args = null";
        code.Block($"public static class {name}", () =>
        {
            code.Line($"public static Task<{name}Result> InvokeAsync({name}Args{optional}, InvokeOptions? options = null) =>");
            code.Line($"    global::Pulumi.Deployment.Instance.InvokeAsync<{name}Result>({token}, args ?? new {name}Args(), {Options});");
            code.Line();
            code.Line($"public static Output<{name}Result> Invoke({name}InvokeArgs{optional}, InvokeOptions? options = null) =>");
            code.Line($"    global::Pulumi.Deployment.Instance.Invoke<{name}Result>({token}, args ?? new {name}InvokeArgs(), {Options});");
            code.Line();
            code.Line($"public static Output<{name}Result> Invoke({name}InvokeArgs args, InvokeOutputOptions options) =>");
            code.Line($"    global::Pulumi.Deployment.Instance.Invoke<{name}Result>({token}, args ?? new {name}InvokeArgs(), {Options});");
        });
        code.Line();
    }
}
