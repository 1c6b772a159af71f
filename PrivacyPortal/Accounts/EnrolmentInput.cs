namespace PrivacyPortal.Accounts;

/// <summary>What the set-up form and the invitation form post.</summary>
public sealed class EnrolmentInput
{
    public string? Token { get; set; }

    public string? Email { get; set; }

    public string? DisplayName { get; set; }

    public string? Password { get; set; }

    public string? Again { get; set; }

    internal bool Differs => Password != Again;

    internal PasswordFault? FaultFor(string email) => Passwords.FaultOf(Password ?? "", email, DisplayName ?? "");
}
