namespace Pulumi;

/// <summary>Says whether the failed operation is to be tried again.</summary>
public delegate Task<bool> ErrorHookCallback(ErrorHookArgs args, CancellationToken cancellationToken = default);
