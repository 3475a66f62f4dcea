namespace Pulumi;

public sealed partial class Deployment
{
    private const int NotAvailable = 1;

    public static Task<int> RunAsync(Action action) => RefuseAsync();

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RefuseAsync();

    public static Task<int> RunAsync(Func<Task> func) => RefuseAsync();

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => RefuseAsync();

    public static Task<int> RunAsync<TStack>() where TStack : Stack, new() => RefuseAsync();

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider) where TStack : Stack => RefuseAsync();

    private static async Task<int> RefuseAsync()
    {
        await Console.Error.WriteLineAsync(
            """
            This program was built with the offline stand-ins of the Pulumi packages (sdk/), which cannot speak to the Pulumi engine.
            Nothing was run. Either build it with the real packages:
                dotnet build -p:PulumiSdk=nuget        (or set the environment variable PulumiSdk=nuget, which 'pulumi up' passes on)
            or look at the plan without an engine:
                drctl preview
            """).ConfigureAwait(false);
        return NotAvailable;
    }
}
