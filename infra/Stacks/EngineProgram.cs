using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;
using Pulumi;

namespace DrInfra.Infra.Stacks;

/// <summary>The program under the Pulumi engine.</summary>
public static class EngineProgram
{
    /// <summary>Reads the stack's configuration and declares the stack.</summary>
    /// <exception cref="RunException">The settings cannot be used; the message lists every problem, without a stack trace.</exception>
    public static IDictionary<string, object?> Declare()
    {
        try
        {
            return Platform.Deploy(PlatformSettingsReader.Read(EngineConfiguration.Read()));
        }
        catch (ProblemsException exception)
        {
            throw new RunException(exception.Message);
        }
    }
}
