using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Stacks;

/// <summary>The program: what a stack declares, as a plain function that the engine, tests and drctl call.</summary>
public static class Platform
{
    /// <summary>Declares every resource of the stack and returns its outputs. Only inside a deployment.</summary>
    public static IDictionary<string, object?> Deploy(PlatformSettings settings) => settings.Role switch
    {
        StackRole.Primary => PrimaryStack.Declare(settings),
        StackRole.Standby => StandbyStack.Declare(settings),
        _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Role, "unknown role"),
    };
}
