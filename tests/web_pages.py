"""Pages of one article in the skeletons of Vietnamese newspapers and portals, with the menus, links, tags, comments and
counters that stand around it: by name the page, and the date, the authors and the sites that it may be said to tell."""

TITLE = "Kỳ Sơn giao ban công tác dân vận quý I năm 2024"
SAPO = "Sáng 12/3, tại xã Mường Típ, Huyện ủy Kỳ Sơn tổ chức hội nghị giao ban công tác dân vận quý I với sự tham dự của 45 đại biểu các xã, thị trấn."
P1 = "Trong quý, Khối dân vận các xã đã tham mưu tổ chức 12 cuộc đối thoại trực tiếp với nhân dân, có 1.250 lượt người tham dự; tiếp nhận và giải quyết 96 ý kiến, kiến nghị của cử tri."
P2 = "Phát biểu kết luận hội nghị, đồng chí Lò Văn An, Phó Bí thư Thường trực Huyện ủy đề nghị các địa phương quan tâm hơn nữa đến công tác nắm tình hình nhân dân và chăm lo cho người nghèo."
P3 = "Hội nghị cũng nghe báo cáo về việc thực hiện quy chế dân chủ ở cơ sở và phát động phong trào thi đua \"Dân vận khéo\" trong toàn huyện, gắn với xây dựng nông thôn mới."
CAP = "Đồng chí Vừ Bá Long, Trưởng Ban Dân vận Huyện ủy báo cáo tại hội nghị."
REL = ["Chủ tịch UBND tỉnh Trần Văn Bình thăm 25 hộ nghèo Quỳ Hợp","Sở Y tế tặng 120 suất quà cho bản Na","Bộ trưởng Lê Văn Hùng làm việc với Hội Nông dân tỉnh","Công an huyện bắt 7 đối tượng","Quế Phong giải ngân 35 tỷ đồng vốn giảm nghèo"]
MENU = ["Trang chủ","Thời sự","Chính trị","Xây dựng Đảng","Kinh tế","Xã hội","Văn hóa","Thể thao","Pháp luật","Quốc phòng - An ninh","Giáo dục","Y tế","Quốc tế","Bạn đọc","Video"]


def ul(items):
    return "<ul>" + "".join(f'<li><a href="/x{at}.html" title="{text}">{text}</a></li>' for at, text in enumerate(items)) + "</ul>"


BODY = f'<p>{P1}</p><p>{P2}</p><p>{P3}</p>'
FOOT = 'Giấy phép số 12/GP-BTTTT ngày 05/01/2022. Tổng Biên tập: Ngô Đức Kiên. Phó Tổng Biên tập: Trần Văn Hùng. Điện thoại: 0238.3588888. Ghi rõ nguồn "Báo Nghệ An" khi phát hành lại thông tin.'
PAGES = {}
PAGES["baochinhphu"] = (f'''<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>{TITLE}</title>
<meta property="og:title" content="{TITLE}"/>
<meta property="og:site_name" content="baochinhphu.vn"/>
<meta property="article:published_time" content="2024-03-12T17:05:00+07:00"/>
<meta property="article:author" content="Báo Điện tử Chính phủ"/>
<meta name="author" content="BÁO ĐIỆN TỬ CHÍNH PHỦ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"/>
<script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","headline":"{TITLE}","datePublished":"2024-03-12T17:05:00+07:00","dateModified":"2024-03-12T18:00:00+07:00","author":{{"@type":"Person","name":"Hoài Nam"}},"publisher":{{"@type":"Organization","name":"Báo Chính phủ"}}}}</script>
</head>
<body><div class="header"><div class="header__menu">{ul(MENU)}</div>
</div>
<div class="detail"><div class="detail-container"><div class="detail-cate"><a href="/chinh-tri.htm">Chính trị</a></div>
<h1 class="detail-title" data-role="title">{TITLE}</h1>
<div class="detail-time"><div data-role="publishdate">12/03/2024 17:05</div>
</div>
<div class="detail-social"><a>Chia sẻ</a><a>Facebook</a></div>
<h2 class="detail-sapo" data-role="sapo">(Chinhphu.vn) - {SAPO}</h2>
<div class="detail-content afcbc-body" data-role="content"><figure class="VCSortableInPreviewMode" type="Photo"><div><img src="a.jpg" alt="{CAP}"></div>
<figcaption class="PhotoCMS_Caption"><p data-placeholder="Nhập chú thích ảnh">{CAP} - Ảnh: VGP/Mai Hương</p>
</figcaption></figure>{BODY}<p style="text-align: right;"><b>Hoài Nam</b></p>
</div>
<div class="detail-tag"><ul><li><a>Dân vận khéo</a></li>
<li><a>Kỳ Sơn</a></li>
</ul>
</div>
<div class="box-relate"><div class="title">Tin liên quan</div>{ul(REL[:3])}</div>
<div class="comment"><h3>Bình luận (2)</h3>
<div class="item"><b>Nguyễn Văn Tám</b><p>Rất hay, tôi ủng hộ 3 triệu đồng.</p>
<span>12/03/2024 19:00 Thích 4 Trả lời</span></div>
</div>
<div class="detail-same"><h3>Cùng chuyên mục</h3>{ul(REL)}</div>
</div>
</div>
<div class="footer"><p>{FOOT}</p>
</div>
</body></html>''', "2024-03-12", {'Hoài Nam'},{'baochinhphu.vn','Báo Chính phủ','Chinhphu.vn'})

PAGES["nhandan"] = (f'''<!DOCTYPE html><html><head><meta charset="utf-8">
<title>{TITLE} | Báo Nhân Dân điện tử</title>
<meta property="og:site_name" content="Báo Nhân Dân điện tử">
<meta property="og:title" content="{TITLE}">
<meta property="article:published_time" content="2024-03-12T20:15:33+0700">
<meta property="article:modified_time" content="2024-03-13T07:00:00+0700">
<meta property="article:section" content="Chính trị">
</head>
<body class="detail-page"><header class="site-header"><nav class="menu">{ul(MENU)}</nav>
</header>
<main><div class="main-col content-col">
<div class="article">
<ul class="breadcrumbs"><li class="main"><a>Chính trị</a></li>
</ul>
<h1 class="article__title cms-title">{TITLE}</h1>
<div class="article__meta"><time class="time" datetime="2024-03-12T20:15:33+0700">Thứ ba, ngày 12/03/2024 - 20:15</time><div class="social"><a>Facebook</a><a>Zalo</a></div>
</div>
<div class="article__sapo cms-desc">NDO - {SAPO}</div>
<table class="picture" align="center"><tbody><tr><td class="pic"><img src="a.jpg"></td></tr>
<tr><td class="caption">{CAP} (Ảnh: MAI HƯƠNG)</td></tr>
</tbody></table>
<div class="article__body zce-content-body cms-body">{BODY}<div class="article__author"><span class="name cms-author">HOÀI NAM</span></div>
</div>
<div class="article__tag"><ul><li><a>dân vận</a></li>
<li><a>#Kỳ Sơn</a></li>
</ul>
</div>
<div class="article-related"><div class="box-title">Có thể bạn quan tâm</div>{''.join(f'<article class="story"><h3 class="story__heading"><a href="#">{r}</a></h3><div class="story__summary">{r} sáng 10/3.</div></article>' for r in REL)}</div>
</div>
</div>
</main>
<footer><p>{FOOT}</p>
</footer></body></html>''', "2024-03-12", {'HOÀI NAM'},{'Báo Nhân Dân điện tử'})

PAGES["vnexpress"] = (f'''<html><head><meta charset="utf-8">
<title>{TITLE} - Báo VnExpress</title>
<meta property="og:site_name" content="vnexpress.net">
<meta name="pubdate" content="2024-03-12T14:00:00+07:00">
<meta itemprop="datePublished" content="2024-03-12T14:00:00+07:00">
</head>
<body>
<section class="section wrap-main-nav"><nav class="main-nav">{ul(MENU)}</nav>
</section>
<section class="section page-detail top-detail"><div class="container"><div class="sidebar-1"><div class="header-content width_common"><ul class="breadcrumb"><li><a>Thời sự</a></li>
</ul>
<span class="date">Thứ ba, 12/3/2024, 14:00 (GMT+7)</span></div>
<h1 class="title-detail">{TITLE}</h1>
<p class="description"><span class="location-stamp">Nghệ An</span>{SAPO}</p>
<article class="fck_detail"><p class="Normal">{P1}</p>
<figure itemprop="associatedMedia" class="tplCaption"><picture><img src="a.jpg" alt="x"></picture><figcaption itemprop="description"><p class="Image">{CAP} Ảnh: <em>Mai Hương</em></p>
</figcaption></figure>
<p class="Normal">{P2}</p>
<p class="Normal">{P3}</p>
<p class="Normal" style="text-align:right;"><strong>Hoài Nam</strong></p>
</article>
<div class="box-tag"><h5>Tags:</h5><a>dân vận</a></div>
</div>
<div class="sidebar-2"><h2>Xem nhiều</h2>{ul(REL)}</div>
</div>
</section>
<section class="section"><div id="box_comment_vne"><h3>Ý kiến</h3>
<div class="content-comment"><p><a class="nickname"><b>Nguyễn Văn Tám</b></a>Tôi thấy 50% hộ còn nghèo.</p>
</div>
</div>
</section>
<footer class="footer">{FOOT}</footer></body></html>''', "2024-03-12", {'Hoài Nam'},{'vnexpress.net','Báo VnExpress','VnExpress'})

PAGES["dotnetnuke"] = (f'''<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" ""><html><head id="Head"><meta content="text/html; charset=UTF-8" http-equiv="Content-Type">
<title>
	Cổng thông tin điện tử huyện Kỳ Sơn > Tin tức > Tin trong huyện
</title>
<meta id="MetaCopyright" name="COPYRIGHT" content="Bản quyền thuộc UBND huyện Kỳ Sơn">
<meta id="MetaGenerator" name="GENERATOR" content="DotNetNuke ">
<meta id="MetaAuthor" name="AUTHOR" content="Cổng thông tin điện tử huyện Kỳ Sơn">
</head>
<body id="Body"><form method="post" action="x" id="Form"><div id="dnn_ControlPanel"></div>
<div class="menu_top"><table><tr>{''.join(f'<td><a href="#">{m}</a></td>' for m in MENU)}</tr>
</table>
</div>
<div id="dnn_LeftPane" class="LeftPane"><div class="DnnModule"><span class="Head">Liên kết website</span><select><option>Sở Nội vụ</option></select><div>Lượt truy cập: 1.234.567</div>
<div>Trực tuyến: 35</div>
</div>
</div>
<div id="dnn_ContentPane" class="ContentPane"><div class="DnnModule DnnModule-NewsDetail"><div id="dnn_ctr401_ModuleContent"><div class="newsdetail">
<span id="dnn_ctr401_lblTitle" class="title_detail">{TITLE}</span><br><span id="dnn_ctr401_lblDate" class="date_detail">(12/03/2024 08:30 SA)</span>
<div class="sapo"><b>{SAPO}</b></div>
<div class="content_detail"><p style="text-align:justify">{P1}</p>
<p style="text-align:center"><img src="a.jpg"></p>
<p style="text-align:center"><em>{CAP}</em></p>
<p style="text-align:justify">{P2}</p>
<p style="text-align:justify">{P3}</p>
<p style="text-align:right"><strong>Hoài Nam - Ban Dân vận Huyện ủy</strong></p>
</div>
<div class="other"><span>CÁC TIN KHÁC</span><table>{''.join(f'<tr><td><a href="#">{r}</a> (10/03/2024)</td></tr>' for r in REL)}</table>
</div>
</div>
</div>
</div>
</div>
<div id="dnn_FooterPane"><p>Chịu trách nhiệm chính: Ông Vi Văn Hòa - Chủ tịch UBND huyện. Địa chỉ: Thị trấn Mường Xén. Điện thoại: 0238.3875111</p>
</div>
</form></body></html>''', "2024-03-12", {'Hoài Nam'},{None,'Cổng thông tin điện tử huyện Kỳ Sơn'})

PAGES["liferay"] = (f'''<!DOCTYPE html><html class="ltr" dir="ltr" lang="vi-VN"><head><title>{TITLE} - Chi tiết tin - Tỉnh Nghệ An</title>
<meta content="text/html; charset=UTF-8" http-equiv="content-type">
</head>
<body class="yui3-skin-sam signed-out public-page"><div id="wrapper"><header id="banner"><nav id="navigation"><ul>{''.join(f'<li><a href="#"><span>{m}</span></a></li>' for m in MENU)}</ul>
</nav>
</header>
<div id="content"><nav id="breadcrumbs"><ul class="breadcrumb"><li><a>Trang chủ</a></li>
<li><a>Tin tức</a></li>
</ul>
</nav>
<div class="columns-2" id="main-content"><div class="portlet-column"><div class="portlet-boundary"><div class="portlet-body"><div class="taglib-header"><h3 class="header-title"><span>{TITLE}</span></h3>
</div>
<div class="asset-full-content"><div class="asset-content"><div class="journal-content-article"><div class="date-create">12/03/2024 - 14:20</div>
<div class="summary">{SAPO}</div>
<div class="noidung"><div style="text-align: justify;">{P1}</div>
<div style="text-align: center;"><img src="a.jpg"><br><em>{CAP}</em></div>
<div style="text-align: justify;">{P2}</div>
<div style="text-align: justify;">{P3}</div>
<div style="text-align: right;"><strong>Hoài Nam</strong></div>
</div>
</div>
</div>
<div class="asset-metadata"><span class="metadata-entry metadata-view-count">123 Lượt xem</span></div>
<div class="taglib-ratings">Trung bình (0 Bình chọn)</div>
</div>
</div>
</div>
</div>
<div class="portlet-column"><div class="portlet"><h1 class="portlet-title"><span>Tin mới nhất</span></h1>
<div class="portlet-body">{ul(REL)}</div>
</div>
<div class="portlet"><h1>Thống kê truy cập</h1>
<div>Đang truy cập: 21</div>
<div>Hôm nay: 1.234</div>
<div>Tổng lượt truy cập: 12.345.678</div>
</div>
</div>
</div>
</div>
<footer id="footer"><p>Cổng thông tin điện tử tỉnh Nghệ An. Cơ quan chủ quản: UBND tỉnh Nghệ An. Chịu trách nhiệm: Ông Bùi Văn Thắng - Chánh Văn phòng UBND tỉnh.</p>
</footer></div>
</body></html>''', "2024-03-12", {'Hoài Nam'},{None})

PAGES["nukeviet"] = (f'''<!DOCTYPE html><html lang="vi" xmlns="http://www.w3.org/1999/xhtml" prefix="og: http://ogp.me/ns#"><head><title>{TITLE}</title>
<meta name="description" content="{SAPO}">
<meta name="author" content="Ban Dân vận Tỉnh ủy Nghệ An">
<meta name="generator" content="NukeViet v4.5">
<meta property="og:title" content="{TITLE}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="Ban Dân vận Tỉnh ủy Nghệ An">
<meta property="article:published_time" content="2024-03-12EDT08:30:00">
</head>
<body><div class="wraper"><header><div class="container"></div>
</header>
<nav class="second-nav" id="menusite">{ul(MENU)}</nav>
<section><div class="container" id="body"><div class="row"><div class="col-sm-16">
<div class="news_column panel panel-default" itemtype="http://schema.org/NewsArticle" itemscope><div class="panel-body">
<h1 class="title margin-bottom-lg" itemprop="headline">{TITLE}</h1>
<div class="hidden hide d-none" itemprop="author" itemtype="http://schema.org/Person" itemscope><span itemprop="name">Hoài Nam</span></div>
<span class="hidden hide d-none" itemprop="datePublished">2024-03-12T08:30:00+07:00</span>
<div class="row margin-bottom-lg"><div class="col-md-12">
<span class="h5">Thứ ba - 12/03/2024 08:30</span></div>
<div class="col-md-12"><ul class="list-inline text-right"><li><a title="Gửi bài viết qua email"><em class="fa fa-envelope"></em></a></li>
<li><a title="In ra">In ra</a></li>
</ul>
</div>
</div>
<div class="clearfix"><div class="hometext m-bottom" itemprop="description">{SAPO}</div>
<figure class="article center"><img alt="{CAP}" src="a.jpg"><figcaption>{CAP}</figcaption></figure>
</div>
<div id="news-bodyhtml" class="bodytext margin-bottom-lg">{''.join(f'<div style="text-align:justify;">{p}</div>' for p in (P1,P2,P3))}</div>
<div class="margin-bottom-lg"><p class="h5 text-right"><strong>Tác giả: </strong>Hoài Nam</p>
<p class="h5 text-right"><strong>Nguồn tin: </strong>Báo Nghệ An</p>
</div>
</div>
</div>
<div class="news_column panel panel-default"><div class="panel-body">
<form id="form3B"><div class="h5 clearfix"><p id="stringrating">Tổng số điểm của bài viết là: 5 trong 1 đánh giá</p>
<div style="padding: 5px;"><span>Click để đánh giá bài viết</span></div>
</div>
</form></div>
</div>
<div class="news_column panel panel-default"><div class="panel-body other-news">
<p class="h3"><strong>Những tin mới hơn</strong></p>
<div class="clearfix"><ul class="detail-related related list-none list-items">{''.join(f'<li><em class="fa fa-angle-right"></em><h4><a href="#" title="{r}">{r}</a></h4><em>(10/03/2024)</em></li>' for r in REL[:3])}</ul>
</div>
<p class="h3"><strong>Những tin cũ hơn</strong></p>
<ul class="related">{''.join(f'<li><h4><a href="#">{r}</a></h4><em>(09/03/2024)</em></li>' for r in REL[3:])}</ul>
</div>
</div>
</div>
<div class="col-sm-8"><div class="panel">
<div class="panel-heading">Thống kê truy cập</div>
<div class="panel-body"><ul class="counter list-none"><li><span>Đang truy cập</span><span>21</span></li>
<li><span>Hôm nay</span><span>1,234</span></li>
<li><span>Tháng hiện tại</span><span>45,678</span></li>
<li><span>Tổng lượt truy cập</span><span>1,234,567</span></li>
</ul>
</div>
</div>
</div>
</div>
</div>
</section>
</div>
<footer id="footer"><p>{FOOT}</p>
</footer></body></html>''', "2024-03-12", {'Hoài Nam'},{'Ban Dân vận Tỉnh ủy Nghệ An','Báo Nghệ An'})

PAGES["sharepoint"] = (f'''<html dir="ltr" lang="vi-VN"><head><meta http-equiv="Content-type" content="text/html; charset=utf-8">
<meta name="GENERATOR" content="Microsoft SharePoint">
<meta name="progid" content="SharePoint.WebPartPage.Document">
<title>
	{TITLE}
</title>
</head>
<body><form id="aspnetForm"><div id="s4-workspace"><div id="s4-bodyContainer"><div class="menu">{ul(MENU)}</div>
<div id="contentBox"><div class="ms-rte-layoutszone-inner"><div class="news-title">{TITLE}</div>
<div class="news-date">Thứ Ba, 12/03/2024, 09:20</div>
<div class="short-content">{SAPO}</div>
<div class="content"><div class="ExternalClass4AB"><p>{P1}</p>
<p style="text-align:center"><img src="a.jpg"></p>
<p style="text-align:center">{CAP}</p>
<p>{P2}</p>
<p>{P3}</p>
</div>
</div>
<div class="author">Hoài Nam</div>
<div class="view">Số lượt xem: 345</div>
</div>
</div>
<div class="right"><div class="title">Tin nổi bật</div>{ul(REL)}</div>
</div>
<div class="footer">Cơ quan chủ quản: Sở Nội vụ. Người chịu trách nhiệm: Trần Văn Hùng - Phó Giám đốc Sở. Điện thoại: 0238.3842222</div>
</div>
</form></body></html>''', "2024-03-12", {'Hoài Nam'},{None})

PAGES["baonghean"] = (f'''<!DOCTYPE html><html><head><meta charset="utf-8">
<title>{TITLE}</title>
<meta property="og:site_name" content="Báo Nghệ An điện tử">
<meta name="dc.created" content="2024-03-12">
<meta name="dc.publisher" content="Báo Nghệ An">
<meta name="dc.source" content="baonghean.vn">
<meta name="article:author" content="N.A">
<meta property="article:author" content="N.A">
</head>
<body><div class="site-header"><div class="menu">{ul(MENU)}</div>
</div>
<div class="site-content"><div class="container"><div class="article">
<h1 class="article__header">{TITLE}</h1>
<div class="article__meta"><a class="author cms-author">N.A</a><time>12/03/2024 10:20</time></div>
<div class="article__sapo">(Baonghean.vn) - {SAPO}</div>
<div class="article__body">{BODY}<div class="article__foot">Tin mới</div>{ul(REL)}</div>
</div>
</div>
</div>
<div class="site-footer">{FOOT}</div>
</body></html>''', "2024-03-12", {'N.A'},{'Báo Nghệ An điện tử','Báo Nghệ An'})

PAGES["wordpress"] = (f'''<!DOCTYPE html><html lang="vi"><head><meta charset="UTF-8">
<title>{TITLE} &#8211; Hội LHPN tỉnh Nghệ An</title>
<meta property="og:site_name" content="Hội LHPN tỉnh Nghệ An">
<meta property="article:published_time" content="2024-03-12T01:30:00+00:00">
<script type="application/ld+json" class="yoast-schema-graph">{{"@context":"https://schema.org","@graph":[{{"@type":"Article","author":{{"name":"admin"}},"datePublished":"2024-03-12T01:30:00+00:00"}},{{"@type":"WebSite","name":"Hội LHPN tỉnh Nghệ An"}}]}}</script>
</head>
<body class="post-template-default single"><div id="page"><header><nav class="main-navigation"><ul class="menu">{''.join(f'<li class="menu-item"><a href="#">{m}</a></li>' for m in MENU)}</ul>
</nav>
</header>
<div id="content"><main>
<article class="post"><header class="entry-header"><h1 class="entry-title">{TITLE}</h1>
<div class="entry-meta"><span class="posted-on">Đăng ngày <time class="entry-date published" datetime="2024-03-12T08:30:00+07:00">12/03/2024</time></span><span class="byline"> bởi <span class="author vcard"><a class="url fn n">admin</a></span></span></div>
</header>
<div class="entry-content"><p><strong>{SAPO}</strong></p>
<figure class="wp-caption aligncenter"><img src="a.jpg"><figcaption class="wp-caption-text">{CAP}</figcaption></figure>{BODY}<p style="text-align: right"><strong>Hoài Nam</strong></p>
</div>
<footer class="entry-footer"><span class="tags-links">Thẻ: <a>dân vận</a></span></footer></article>
<nav class="navigation post-navigation"><div class="nav-links"><a>Bài trước: {REL[0]}</a><a>Bài sau: {REL[1]}</a></div>
</nav>
<div id="comments"><h2>2 bình luận</h2>
<ol><li><div class="comment-author">Nguyễn Văn Tám</div>
<p>Rất hay, tôi ủng hộ 3 triệu đồng.</p>
</li>
</ol></div>
</main>
<aside class="widget-area"><h2>Bài viết mới</h2>{ul(REL)}</aside>
</div>
<footer>{FOOT}</footer></div>
</body></html>''', "2024-03-12", {'Hoài Nam'},{'Hội LHPN tỉnh Nghệ An'})

PAGES["oldtable"] = (f'''<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=utf-8">
<TITLE>Trang thông tin điện tử Ban Dân vận Tỉnh ủy</TITLE></HEAD>
<BODY><TABLE width=1000 align=center><TR><TD colspan=3><IMG src="banner.jpg"></TD></TR>
<TR><TD colspan=3>{' | '.join(f'<A href="#">{m}</A>' for m in MENU)}</TD></TR>
<TR><TD width=200 valign=top><TABLE><TR><TD>DANH MỤC</TD></TR>{''.join(f'<TR><TD><A href="#">{m}</A></TD></TR>' for m in MENU)}</TABLE>
</TD><TD width=600 valign=top><TABLE><TR><TD><FONT class=title>{TITLE}</FONT></TD></TR>
<TR><TD class=date>Ngày 12/03/2024</TD></TR>
<TR><TD><P align=justify>{SAPO}</P><P align=center><IMG src="a.jpg"></P><P align=center><I>{CAP}</I></P><P align=justify>{P1}</P><P align=justify>{P2}</P><P align=justify>{P3}</P><P align=right><B>Hoài Nam</B></P></TD></TR>
<TR><TD>Các tin khác:</TD></TR>{''.join(f'<TR><TD>- <A href="#">{r}</A> (10/03/2024)</TD></TR>' for r in REL)}</TABLE>
</TD><TD width=200 valign=top>Lượt truy cập: 123.456<BR>Online: 12</TD></TR>
<TR><TD colspan=3 align=center>Ban biên tập: Trưởng ban: Lê Văn Hùng - Phó Trưởng Ban Dân vận Tỉnh ủy. Điện thoại: 0238.3844444</TD></TR>
</TABLE>
</BODY></HTML>''', "2024-03-12", {'Hoài Nam'},{None,'Ban Dân vận Tỉnh ủy'})

PAGES["tapchi"] = (f'''<html><head><meta charset="utf-8">
<title>{TITLE}</title>
<meta name="citation_title" content="{TITLE}">
<meta name="citation_author" content="Nguyễn Hoài Nam">
<meta name="citation_publication_date" content="2024/03/12">
<meta name="DC.Date.issued" content="2024-03-12">
<meta name="DC.Creator" content="Nguyễn Hoài Nam">
<meta name="DC.Publisher" content="Tạp chí Dân vận">
</head>
<body><div class="nav">{ul(MENU)}</div>
<div class="article-content"><h1>{TITLE}</h1>
<p class="author">TS. Nguyễn Hoài Nam<br>Ban Dân vận Trung ương</p>
<p class="date">Thứ ba, 12/03/2024 | 09:00</p>
<p><em>{SAPO}</em></p>{BODY}</div>
<div class="most-read"><h4>Đọc nhiều nhất</h4>{ul(REL)}</div>
<div class="ft">{FOOT}</div>
</body></html>''', "2024-03-12", {'Nguyễn Hoài Nam','TS. Nguyễn Hoài Nam'},{'Tạp chí Dân vận',None})

PAGES["itemprop"] = (f'''<html><head><meta charset="utf-8">
<title>{TITLE} - Công an tỉnh Nghệ An</title>
</head>
<body itemscope itemtype="http://schema.org/NewsArticle"><div class="top">{ul(MENU)}</div>
<div class="main"><h2 itemprop="headline" class="ttl">{TITLE}</h2>
<p><span itemprop="author" itemscope><span itemprop="name">Hoài Nam</span></span> <time itemprop="datePublished" datetime="2024-03-12T08:30">12-03-2024 08:30</time> | <span>1.234 lượt xem</span></p>
<div itemprop="articleBody"><p>{SAPO}</p>
<div class="img"><img src="a"><span class="note">{CAP}</span></div>{BODY}</div>
<div class="share">Chia sẻ Facebook Zalo Gửi mail In trang</div>
<div class="rel"><p>Bài viết liên quan</p>{ul(REL)}</div>
</div>
<div class="bottom">{FOOT}</div>
</body></html>''', "2024-03-12", {'Hoài Nam'},{None,'Công an tỉnh Nghệ An'})
