namespace DrInfra.Drctl.Commands;

/// <summary>Of every verb.</summary>
public static class ExitCodes
{
    public const int Clean = 0;

    /// <summary>
    /// A mandatory violation or a breached objective, or a refused operation; preview and diff only under <c>--check</c> or <c>--fail-on-unknown</c>.
    /// </summary>
    public const int Refused = 1;

    /// <summary>What was given cannot be used; nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>Ctrl-C: files are as they were before, or whole.</summary>
    public const int Interrupted = 130;
}
