namespace DrInfra.Infra.Settings;

/// <summary>How much is bought.</summary>
public enum Sizing
{
    /// <summary>Enough for a trial: one NAT gateway, one small database instance. <see cref="SizingNotices"/> says what it costs.</summary>
    Small,

    /// <summary>What the objectives need.</summary>
    Full,
}
