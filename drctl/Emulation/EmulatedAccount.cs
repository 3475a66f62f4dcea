namespace DrInfra.Drctl.Emulation;

/// <summary>Whose cloud is emulated: the account that ids and ARNs name, and the stack that asks.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Project">Pulumi project, for messages.</param>
/// <param name="Stack">Pulumi stack, for messages.</param>
public sealed record EmulatedAccount(string AccountId, string Project, string Stack);
