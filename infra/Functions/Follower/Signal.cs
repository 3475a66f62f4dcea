namespace DrInfra.Infra.Functions.Follower;

/// <summary>The signals of Linux that end a process.</summary>
internal enum Signal
{
    Kill = 9,
    Terminate = 15,
}
