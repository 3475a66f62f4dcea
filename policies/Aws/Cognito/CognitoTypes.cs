namespace DrInfra.Policies.Aws.Cognito;

/// <summary>Type tokens of the provider's module <c>aws:cognito</c>.</summary>
public static class CognitoTypes
{
    public const string UserPool = "aws:cognito/userPool:UserPool";
}
