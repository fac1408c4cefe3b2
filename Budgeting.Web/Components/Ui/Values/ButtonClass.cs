namespace Budgeting.Web.Components.Ui;

/// <summary>The look of MudBlazor's buttons for those of the browser: where there is one a row, or something needs the element itself.</summary>
public static class ButtonClass
{
    public const string Plain = "mud-button-root mud-button mud-button-outlined mud-ripple";
    public const string Primary = "mud-button-root mud-button mud-button-filled mud-button-filled-primary mud-ripple";
    public const string Danger = "mud-button-root mud-button mud-button-outlined mud-button-outlined-error mud-ripple";
    public const string Quiet = "mud-button-root mud-button mud-button-text mud-button-text-default mud-ripple";
    public const string Icon = "mud-button-root mud-icon-button mud-ripple mud-ripple-icon";
}
