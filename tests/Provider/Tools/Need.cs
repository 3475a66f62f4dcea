namespace DrInfra.Tests.Provider.Tools;

/// <summary>What a test needs besides .NET.</summary>
public enum Need
{
    /// <summary>Terraform and the AWS provider.</summary>
    Terraform,

    /// <summary>Those, and the emulator.</summary>
    Emulator,

    /// <summary>Those, and the AWS CLI.</summary>
    Apply,

    /// <summary>The model checker spin, and a C compiler.</summary>
    Spin,
}
