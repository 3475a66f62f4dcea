namespace DrInfra.Drctl.Commands;

/// <summary>Of every verb.</summary>
public static class ExitCodes
{
    public const int Clean = 0;

    /// <summary>A refused operation, a mandatory violation or a breached objective, under <c>--check</c>.</summary>
    public const int Refused = 1;

    /// <summary>What was given cannot be used; nothing was written.</summary>
    public const int BadInput = 2;
}
